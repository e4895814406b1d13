package report

import (
	"regexp"
	"testing"

	"github.com/mplint/mplint/lint/project"
)

// assets are the style, the script and the policy that names their digests.
var assets = regexp.MustCompile(`(?s)<style>.*?</style>|<script>.*?</script>|<meta http-equiv="Content-Security-Policy"[^>]*>`)

// TestHTMLGolden holds what the page says, in files that a browser can open: a
// capability with more places than a cell lists, and two projects.
func TestHTMLGolden(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		r := full(t)
		j := r.Projects[0]
		login := j.Requests[len(j.Requests)-1]
		for range 6 {
			again := *login
			j.Requests = append(j.Requests, &again)
		}
		j.Requests[1].Origin, j.Requests[1].Package = project.Generated, ""
		r.Projects = append(r.Projects, fixture(t).Projects[0])
		golden(t, "html."+lang+".html", assets.ReplaceAll(text(t, HTML, r, Options{Lang: lang, Version: "1.2.3"}), nil))
	}
}
