{
  const link = document.currentScript.previousElementSibling.firstElementChild;
  // Before any other script looks at the values after `#`. A page that is left need not be gone back to.
  location.replace(link.href + location.hash);
}
