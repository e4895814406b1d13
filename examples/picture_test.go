package examples_test

import (
	"fmt"
	"html"
	"regexp"
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// Sizes of a picture in pixels.
const (
	cellWidth  = 8.4
	lineHeight = 20
	margin     = 20
)

const pictureStyle = `<style>
text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "PingFang SC", "Microsoft YaHei", "Noto Sans Mono CJK SC", monospace; fill: #d7dae0 }
.bold { font-weight: bold; fill: #fff }
.dim { fill: #8b93a1 }
.red { fill: #ff6b68 }
.green { fill: #7ec77e }
.yellow { fill: #e5c07b }
.blue { fill: #6cb2ff }
.cyan { fill: #56c8d8 }
</style>`

// picture draws a command and its coloured output as a terminal shows them, as
// SVG. Every word is set at its cell and to its width in cells, so that columns
// stand whatever fonts the reader has.
func picture(command, output string) string {
	prompt := "\x1b[32m$\x1b[0m \x1b[1m" + command + "\x1b[0m\n\n"
	lines := strings.Split(prompt+strings.TrimRight(output, "\n"), "\n")
	var body strings.Builder
	widest := 0
	for i, text := range lines {
		x := 0
		for _, w := range words(text) {
			cells := displaywidth.String(w.text)
			if w.text[0] != ' ' {
				fmt.Fprintf(&body, "<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\"%s>%s</text>\n",
					margin+float64(x)*cellWidth, margin+lineHeight*(i+1)-6, float64(cells)*cellWidth, w.class, html.EscapeString(w.text))
			}
			x += cells
		}
		widest = max(widest, x)
	}
	width, height := 2*margin+int(float64(widest)*cellWidth), 2*margin+lineHeight*len(lines)
	return fmt.Sprintf("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %[1]d %[2]d\">\n%s\n<rect width=\"100%%\" height=\"100%%\" rx=\"8\" fill=\"#1e2127\"/>\n%s</svg>\n",
		width, height, pictureStyle, body.String())
}

// word is a piece of a line in one style: spaces, narrow or wide characters.
// Class is a class attribute, with a space before it, or "".
type word struct{ text, class string }

var (
	sgr   = regexp.MustCompile("\x1b\\[([0-9;]*)m")
	piece = regexp.MustCompile(` +|[\x{2E80}-\x{FFEF}]+|[^ \x{2E80}-\x{FFEF}]+`)
)

// words splits a line and takes its escape sequences as styles.
func words(line string) []word {
	var out []word
	var class string
	for line != "" {
		text, codes := line, ""
		if at := sgr.FindStringSubmatchIndex(line); at != nil {
			text, codes, line = line[:at[0]], line[at[2]:at[3]], line[at[1]:]
		} else {
			line = ""
		}
		for _, p := range piece.FindAllString(text, -1) {
			out = append(out, word{p, class})
		}
		class = style(codes)
	}
	return out
}

// style is the class of a sequence's codes. The command resets a style before
// it sets another one.
func style(codes string) string {
	names := map[string]string{"1": "bold", "2": "dim", "31": "red", "32": "green", "33": "yellow", "34": "blue", "36": "cyan"}
	var classes []string
	for _, c := range strings.Split(codes, ";") {
		if n := names[c]; n != "" {
			classes = append(classes, n)
		}
	}
	if classes == nil {
		return ""
	}
	return fmt.Sprintf(" class=%q", strings.Join(classes, " "))
}
