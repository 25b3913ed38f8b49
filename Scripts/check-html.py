"""The checks of Scripts/check-html, which starts this with a browser and the packages that it needs."""

import argparse
import pathlib
import sys
import os
import time

import axe_playwright_python
from playwright.sync_api import sync_playwright

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# What can differ in other colours, and on a narrow screen.
COLOUR_RULES = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
NARROW_RULES = {"type": "rule", "values": ["target-size", "scrollable-region-focusable", "color-contrast"]}
# A width of 1280 pixels at a zoom of 400 per cent (WCAG 1.4.10).
NARROW = 320


class Checker:
    def __init__(self, browser, screenshots):
        self.browser = browser
        self.screenshots = screenshots
        self.faults = []

    def fault(self, path, text):
        self.faults.append(f"{path}: {text}")

    def open(self, path, **options):
        """A new page with the file in it. Whatever it asks for or says is a fault."""
        page = self.browser.new_context(**options).new_page()
        address = path.resolve().as_uri()
        page.on("request", lambda r: r.url.split("#")[0] == address or self.fault(path, f"asks for {r.url}"))
        page.on("console", lambda m: self.fault(path, f"the browser says: {m.text}"))
        page.on("pageerror", lambda e: self.fault(path, f"an error: {e}"))
        page.goto(address)
        return page

    def check(self, path):
        for scheme, rules in (("light", RULES), ("dark", COLOUR_RULES)):
            page = self.open(path, viewport={"width": 1280, "height": 900}, color_scheme=scheme)
            self.axe(path, page, scheme, rules)
            self.picture(path, page, scheme)
            page.context.close()
        page = self.open(path, viewport={"width": NARROW, "height": 640})
        self.axe(path, page, f"at {NARROW} pixels", NARROW_RULES)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > NARROW:
            self.fault(path, f"is {width} pixels wide on a screen of {NARROW}")
        if page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth") == "none":
            self.fault(path, "its style sheet was not used: does the policy have its hash?")
        self.picture(path, page, "narrow")
        pdf = page.pdf(format="A4", prefer_css_page_size=True)
        if not pdf.startswith(b"%PDF") or len(pdf) < 2000:
            self.fault(path, "could not be printed")
        if self.screenshots:
            (self.screenshots / f"{path.stem}.pdf").write_bytes(pdf)
        page.context.close()

    def axe(self, path, page, where, rules):
        page.evaluate(AXE)
        options = {"runOnly": rules, "resultTypes": ["violations"]}
        if rules["type"] == "tag":
            options["rules"] = {"target-size": {"enabled": True}}
        found = page.evaluate("options => axe.run(document, options)", options)
        for violation in found["violations"]:
            for node in violation["nodes"][:3]:
                self.fault(path, f"{where}: {violation['id']}: {violation['help']}: {node['html'][:150]}")
        if not found["passes"] and rules["type"] == "tag":
            self.fault(path, f"{where}: axe-core checked nothing")

    def picture(self, path, page, name):
        if self.screenshots:
            page.screenshot(path=str(self.screenshots / f"{path.stem}-{name}.png"), full_page=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--browser", required=True)
    parser.add_argument("--screenshots", type=pathlib.Path)
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    arguments = parser.parse_args()
    files = arguments.files or sorted(pathlib.Path("Tests/DraftingTests/Golden").glob("*.html"))
    if not files:
        sys.exit("There is no page to check.")
    if arguments.screenshots:
        arguments.screenshots.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    with sync_playwright() as playwright:
        # Chromium refuses its own sandbox to root; the pages are ours and load nothing.
        flags = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=arguments.browser, args=flags)
        checker = Checker(browser, arguments.screenshots)
        for path in files:
            checker.check(path)
        browser.close()
    for fault in checker.faults:
        print(fault)
    seconds = time.monotonic() - started
    print(f"Pages checked: {len(files)} in {seconds:.0f} s; faults: {len(checker.faults)}.")
    sys.exit(1 if checker.faults else 0)


main()
