/// The script of the pages: it filters the findings by level. Without it everything is shown.
enum HTMLScript {
  /// What the page's security policy knows it by: its SHA-256.
  static let hash = "sha256-oQ37ebqN4U20WMiaRiK4Cre0tJVV5PM6ZfNrlSuDibQ="

  /// The script itself.
  static let text: StaticString = """
    (function () {
      "use strict";
      var all = function (selector, root) {
        return Array.prototype.slice.call((root || document).querySelectorAll(selector));
      };
      var bar = document.getElementById("filter");
      var show = function (level) {
        var isAll = level === "all";
        all("[data-level]").forEach(function (item) {
          item.hidden = !isAll && item.getAttribute("data-level") !== level;
        });
        all("[data-levels]").forEach(function (form) {
          form.hidden = !isAll && form.getAttribute("data-levels").split(" ").indexOf(level) < 0;
        });
        all("button", bar).forEach(function (button) {
          button.setAttribute("aria-pressed", button.value === level ? "true" : "false");
        });
      };
      // A link to something folded up or filtered away shows it.
      var reveal = function () {
        var target = document.getElementById(location.hash.slice(1));
        if (!target) { return; }
        if (bar && target.closest("[hidden]")) { show("all"); }
        for (var node = target; node; node = node.parentElement) {
          if (node.tagName === "DETAILS") { node.open = true; }
        }
        target.scrollIntoView();
      };
      if (bar) {
        bar.hidden = false;
        bar.addEventListener("click", function (event) {
          var button = event.target.closest("button");
          if (button) { show(button.value); }
        });
      }
      window.addEventListener("hashchange", reveal);
      if (location.hash) { reveal(); }
      // On paper everything is unfolded.
      var folded = [];
      window.addEventListener("beforeprint", function () {
        folded = all("details:not([open])");
        folded.forEach(function (item) { item.open = true; });
      });
      window.addEventListener("afterprint", function () {
        folded.forEach(function (item) { item.open = false; });
        folded = [];
      });
    })();
    """
}
