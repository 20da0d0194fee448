// What stands in a page that a map has broken into: elements and attributes that are not ours, and what they did.
() => {
  const foreign =
    "img, iframe, object, embed, base, link, form, video, audio, frame, meta[http-equiv=refresh], script[src], " +
    "style ~ style, svg script, svg foreignObject, svg use, svg image, svg animate, svg set";
  const address = /^(#[\w.+-]*|https?:\/\/.*|mailto:.*)$/i;
  const harmful = ({ name, value }) =>
    /^(on.*|srcdoc|autofocus|xlink:href)$/.test(name) || (/^(href|src|action|formaction)$/.test(name) && !address.test(value));
  const found = [
    ...document.querySelectorAll(foreign),
    ...[...document.querySelectorAll("script:not([type])")].slice(1),
    ...[...document.querySelectorAll("*")].filter((each) => [...each.attributes].some(harmful)),
  ].map((each) => each.outerHTML.slice(0, 200));
  return window.pwned === undefined ? found : [...found, "a script of the map has run"];
}
