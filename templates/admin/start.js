// The program starts by itself unless told not to, before its configuration's address is known.
window.CMS_MANUAL_INIT = true;
const { init } = await import("./cms/index.js");
init();
