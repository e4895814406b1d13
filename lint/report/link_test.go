package report

import (
	"regexp"
	"strings"
	"testing"
)

// TestLinks: with an address for files, places and pages are links around the
// text that is there without them, and nothing evil gets into an address.
func TestLinks(t *testing.T) {
	r := fixture(t)
	plain := string(text(t, Text, r, Options{Lang: "en"}))
	locate := func(path string) string { return "file:///work/" + path }
	linked := string(text(t, Text, r, Options{Lang: "en", Locate: locate}))
	for _, want := range []string{
		"\x1b]8;;file:///work/shop/app.json\x1b\\shop/app.json:",
		"\x1b]8;;https://example.com/getLocation\x1b\\https://example.com/getLocation\x1b]8;;\x1b\\\n",
		oneSource(r.Findings[1]) + "\x1b\\Provisions on the Scope",
	} {
		if !strings.Contains(linked, want) {
			t.Errorf("no %q in %q", want, linked)
		}
	}
	if got := regexp.MustCompile("\x1b]8;;[ -~]*?\x1b\\\\").ReplaceAllString(linked, ""); got != plain {
		t.Errorf("without its links:\n%s\nwant\n%s", got, plain)
	}
	for _, evil := range []string{"", "https://example.com/\x1b]0;x\x07", "https://example.com/\u009b", "a b"} {
		p := &printer{Options: Options{Locate: locate}}
		if got := p.link(evil, "text"); got != "text" {
			t.Errorf("%q makes %q", evil, got)
		}
	}
}
