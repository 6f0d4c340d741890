"""Common given names by the pronoun that usually goes with them; a hint, outweighed by titles and pronouns."""

from __future__ import annotations

from .words import read_words

HE = read_words(
    """
    aaron abdul abdullah abraham adolf akira alan albert alberto alejandro alexander alexei ali alfred allan
    allen amir amit anders andre andrea andreas andrei andres andrew andy angelo anthony antonio arnold arthur
    asif barack barry benjamin bernard bernie bert bill bob bobby boris brad bradley brandon brent brett brian
    bruce bryan byron calvin carl carlos cesar chad charles charlie chris christian christoph christopher chuck
    clarence claude clint colin corey craig dale dan daniel danny darren dave david dean dennis derek devin dick
    diego dmitri dmitry dominic don donald donnie doug douglas duncan dwight earl ed eddie edgar eduardo edward
    edwin eli elijah eliot elliott emanuel emmanuel enrique eric erik ernest ernesto ethan eugene evan felipe
    felix fernando francis francisco francois frank franklin fred frederick gabriel garrett gary gavin gene
    geoff geoffrey george gerald gerard gideon gilbert glen glenn gordon graham grant greg gregory guillermo gus
    hank hans harold harry harvey hassan hector henri henry herbert herman hiroshi howard hugh hugo hussein ian
    ibrahim igor imran isaac ismail ivan jack jacob jaime jake james jamal jan jared jason javier jay jean jeb
    jeff jeffrey jeremy jerome jerry jesse jesus jim jimmy joaquin joel johan john johnny jon jonathan jordan
    jorge jose josef joseph josh joshua juan julian julio justin karl kareem keith ken kenji kenneth kenny kent
    kevin khaled khalid kirk klaus kofi kurt kyle lamar lance larry lars lawrence lee len leo leon leonard
    leonardo lewis liam lindsey lou louis lucas luis luke magnus mahmoud malcolm manuel marc marcel marco marcus
    mario mark markus marshall martin marvin mathias matt matteo matthew maurice max maxim michael micah mick
    miguel mikael mike mikhail mitch mitt mohamed mohammad moses muhammad mustafa narendra nate nathan nathaniel
    neal ned neil nelson newt nicholas nick nicolas nigel nikolai noah noel norman oliver omar oscar otto owen
    pablo patrick paul pavel pedro pete peter phil philip phillip pierre pieter rafael rahul raj rajesh ralph
    ramon rand randy raul ray raymond reggie reinhard reince ricardo rich richard rick ricky rob robert roberto
    rodney rodrigo roger roland rolf ron ronald ronnie ross roy ruben rudy rupert russell rust ryan salman
    salvador sam samir samuel saul scott sean sebastian sergei sergey sergio seth shane shaun shawn shinzo
    sidney silvio simon spencer stan stanley stefan stephen steve steven stewart stuart sven tariq ted terrence
    terry thaddeus theodore thomas tim timothy tobias todd tom tommy tony travis trent trevor trey tyler tyrone
    umar vernon victor vijay viktor vincent vladimir wade walter wang warren wayne wendell werner wesley will
    willem william willie winston wolfgang xavier yasser yusuf zachary
    alastair alistair angus arturo bernardo callum cameron clark conor curtis denis dominick dylan edwin fabian gregor
    hamish harrison hugh jerrod joachim jonas jorg keir kieran lachlan leopold lionel lorenzo luca mateo maximilian
    milo monte murray niall olaf perry quentin reuben roderick rory sajid stephane toby ulrich wilfred yves
    abe ari ben bret chase cliff cory ezra hal joe lloyd mack mel mitchell nico rex rod russ sid stu theo
    vic walt wes whit wyatt zach zack robby
"""
)
SHE = read_words(
    """
    abigail ada adele agnes aisha alejandra alexandra alexis alice alicia alison allison alma amal amanda amber
    amelia amina amy ana anastasia andrea angela angelina anita ann anna anne annette annie antoinette april
    ariana arlene ashley audrey ava barbara beatrice becky belinda bernadette bernice beth bethany betsy betty
    beverly bonnie brenda bridget brittany camille candace carla carly carmen carol carole caroline carolyn
    carrie cassandra catherine cathy cecile cecilia celeste charlene charlotte chelsea cheryl chloe christina
    christine cindy claire clara claudia colleen connie courtney crystal cynthia daisy dana danielle daphne dawn
    deborah debbie debra deirdre delia denise diana diane dianne dolores donna dora doris dorothy edith eileen
    elaine eleanor elena elisabeth elise eliza elizabeth ella ellen eloise elsa emily emma erica erika erin
    esther ethel eva eve evelyn faith fatima felicia fiona florence frances francesca gabriela gabrielle gail
    gayle georgia geraldine gertrude gina gladys glenda gloria grace greta gwen haley hanna hannah harriet
    heather heidi helen helena helga hilary hillary holly hope huma ida ilana ines ingrid irene iris irma isabel
    isabella ivana ivanka ivy jackie jacqueline jamila jane janet janice jasmine jean jeanette jeanne jennifer
    jenny jessica jill jillian jo joan joanna joanne jocelyn josephine joy joyce juanita judith judy julia
    juliana julie juliet june kamala karen karin karla kate katherine kathleen kathryn kathy katie katrina kay
    kayla keiko kelly kellyanne kelsey kerry kim kimberly kirsten kristen kristin kristina laila lara laura
    lauren layla leah leila lena leslie leticia lillian lily linda lindsay lisa liz liza lois lola loretta lori
    lorraine louise lucia lucille lucinda lucy luisa lydia lynn madeleine madeline maggie malala mara marcia
    margaret margarita maria mariam marian mariana marie marilyn marina marine marion marissa marjorie marlene
    marsha marta martha mary maryam maureen maya megan mei melania melanie melinda melissa mercedes meredith mia
    michele michelle mildred mindy miranda miriam molly mona monica myra nadia nancy naomi natalia natalie
    natasha nell nicola nicole nina noor nora norma olga olive olivia pamela patricia patti patty paula pauline
    peggy penelope penny petra phoebe phyllis polly priscilla priya rachel ramona rebecca regina renee rhonda
    rita roberta robin rosa rosalind rose rosemary roxanne ruby ruth sally samantha sandra sara sarah selena
    shannon sharon sheila shelby shelly sheryl shirley silvia simone sofia sonia sonja sophia sophie stacey
    stacy stella stephanie sue susan susana susanna suzanne svetlana sybil sylvia tamara tammy tania tanya tara
    tatiana teresa terri thelma theresa tiffany tina tonya tracey tracy trudy ulrike ursula valerie vanessa vera
    veronica vicki victoria viola violet virginia vivian wanda wendy whitney wilma yasmin yoko yolanda yvette
    yvonne zainab zara zoe
    adriana alexa alisha aliyah anneliese arianna astrid aurora bianca briana brigitte camila carolina clementine
    corinne cressida dorothea elsie estelle freya gabriella genevieve gretchen gwendolyn harriett imogen isla joanna
    josie kaitlyn kara katarina kendra kimberley lara leanne luciana mallory margot marguerite matilda maureen mckenzie
    muriel noelle paige philippa rosanna rosie savannah shirin siobhan sabrina saskia tabitha theodora ursula winifred
    brooke jen jenna katy kirstie meg nikki robyn susie terrie trish
"""
)
