package report

import (
	"bufio"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"strings"
	"sync"

	"github.com/mplint/mplint/lint"
)

//go:embed html
var htmlFiles embed.FS

// HTML prints one page for a browser that needs nothing else: what is wrong,
// why and what to do, what is collected against what the category lists, and
// every finding with its code. It loads nothing, and its policy says so; the
// script only filters. Everything that came from a file is escaped.
func HTML(w io.Writer, r *lint.Result, o Options) error {
	page, err := htmlTemplate()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	if err := page.Execute(out, newHTMLPage(r, o)); err != nil {
		return err
	}
	return out.Flush()
}

var htmlTemplate = sync.OnceValues(func() (*template.Template, error) {
	return template.New("page.html").Funcs(template.FuncMap{"parts": parts}).ParseFS(htmlFiles, "html/*.html")
})

// part is a piece of a message: words, or code that stood between backticks.
type part struct {
	Text string
	Code bool
}

// parts splits a message at its backticks, and makes visible what would
// reorder or hide its text.
func parts(message string) []part {
	var out []part
	for i, s := range strings.Split(capital(clean(message)), "`") {
		if s != "" {
			out = append(out, part{s, i%2 == 1})
		}
	}
	return out
}

// capital makes a capital of the first letter where a plain word begins.
func capital(s string) string {
	word, _, _ := strings.Cut(s, " ")
	if word == s || strings.ContainsFunc(word, func(r rune) bool { return r < 'a' || r > 'z' }) {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// htmlAssets are the style and the script of the page, and the policy that
// allows these two and nothing else.
func htmlAssets() (style template.CSS, script template.JS, policy string) {
	css, js := htmlFile("page.css"), htmlFile("page.js")
	return template.CSS(css), template.JS(js),
		"default-src 'none'; style-src '" + digest(css) + "'; script-src '" + digest(js) + "'; base-uri 'none'; form-action 'none'"
}

func htmlFile(name string) string {
	data, err := htmlFiles.ReadFile("html/" + name)
	if err != nil {
		panic(err) // it is a part of the binary
	}
	return string(data)
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
