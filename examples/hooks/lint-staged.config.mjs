// A function, so that the whole program is linted: a call that is taken out of
// one file can leave a permission unused in another.
export default {
  '*.{json,js,ts,jsx,tsx,mjs,cjs,wxml,axml,vue,nvue,uvue,mpx,wpy}': () => 'mplint',
}
