//go:build browser

package report

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/mplint/mplint/lint"
)

// TestBrowser opens pages in Chromium. MPLINT_BROWSER is a folder whose
// node_modules has puppeteer-core and axe-core, MPLINT_CHROMIUM the browser
// when it is not /usr/bin/chromium; MPLINT_SCREENSHOTS is a folder to write
// pictures to.
func TestBrowser(t *testing.T) {
	if os.Getenv("MPLINT_BROWSER") == "" {
		t.Fatal("MPLINT_BROWSER is not set")
	}
	type page struct {
		Name     string `json:"name"`
		File     string `json:"file"`
		Lang     string `json:"lang"`
		Findings int    `json:"findings"`
	}
	var pages []page
	dir := t.TempDir()
	add := func(name, lang string, r *lint.Result) {
		file := filepath.Join(dir, name+".html")
		if err := os.WriteFile(file, text(t, HTML, r, Options{Lang: lang, Version: "1.2.3"}), 0o644); err != nil {
			t.Fatal(err)
		}
		if lang == "zh" {
			lang = "zh-CN"
		}
		pages = append(pages, page{name, file, lang, len(r.Findings)})
	}
	example := func(name string) *lint.Result {
		r, err := lint.Run(t.Context(), lint.Options{Dir: "../../examples", Paths: []string{name}})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	add("delivery", "en", example("wechat-food-delivery"))
	add("delivery-zh", "zh", example("wechat-food-delivery"))
	add("platforms", "en", example("both-platforms"))
	add("clean", "en", example("wechat-shop-clean"))
	add("path", "en", pathFixture(t))
	add("hostile", "en", hostile(t))
	add("nothing", "zh", &lint.Result{})
	data, err := json.Marshal(pages)
	if err != nil {
		t.Fatal(err)
	}
	list := filepath.Join(dir, "pages.json")
	if err := os.WriteFile(list, data, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), "node", "testdata/browser/check.mjs", list).CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Fatal(err)
	}
}
