package report

import (
	"bufio"
	"fmt"
	"io"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/source"
)

// ManifestFormats are the formats of an effective manifest by name.
func ManifestFormats() map[string]Format {
	return map[string]Format{"text": Manifest, "json": ManifestJSON}
}

// Manifest prints, project by project, the permission entries of every layer
// of the manifest: where each stands, and what hides those without effect.
func Manifest(w io.Writer, r *lint.Result, o Options) error {
	return byProject(w, r, o, (*printer).manifest)
}

// byProject prints something of each project below the line that names it.
func byProject(w io.Writer, r *lint.Result, o Options, body func(*printer, *lint.Project)) error {
	out := bufio.NewWriter(w)
	p := &printer{Writer: out, Options: o, paint: newPaint(o.Color)}
	for i, j := range r.Projects {
		if i > 0 {
			p.WriteByte('\n')
		}
		fmt.Fprintf(p, "%s\n", p.paint.bold(p.projectLine(j)))
		body(p, j)
	}
	return out.Flush()
}

func (p *printer) manifest(j *lint.Project) {
	if len(j.Declared) == 0 {
		fmt.Fprintf(p, "  %s\n", p.say("no permissions declared", "没有声明权限"))
		return
	}
	for _, f := range j.Platform.PermissionFields() {
		width, list := 0, declared(j, f.Name)
		for _, d := range list {
			width = max(width, len(d.Name))
		}
		if len(list) > 0 {
			fmt.Fprintf(p, "  %s\n", f.Name)
		}
		for _, d := range list {
			p.declaration(d, width)
		}
	}
}

// declared returns the declarations of one field.
func declared(j *lint.Project, field string) []*project.Declaration {
	var list []*project.Declaration
	for i := range j.Declared {
		if j.Declared[i].Field == field {
			list = append(list, &j.Declared[i])
		}
	}
	return list
}

func (p *printer) declaration(d *project.Declaration, width int) {
	at := d.Layer.Doc.File.Position(placeOf(d.Node).Start)
	place := fmt.Sprintf("%s:%d:%d", clean(d.Layer.Doc.File.Path), at.Line, at.Column)
	line := fmt.Sprintf("    %-*s  %s", width, clean(d.Name), place)
	switch {
	case d.Hidden == project.Effective && d.Layer.Role == project.BuiltLayer:
		line = p.paint.dim(line + "  " + p.say("built", "构建产物"))
	case d.Hidden == project.Effective:
		if d.Value != "" && d.Value != "true" && d.Value != "false" {
			line += "  " + p.say(`"`, "“") + clean(d.Value) + p.say(`"`, "”")
		}
	default:
		line = p.paint.dim(line) + "  " + p.paint.yellow(p.hiddenText(d))
	}
	fmt.Fprintf(p, "%s\n", line)
}

// placeOf is where a declaration stands: its key where it has one.
func placeOf(n *manifest.Node) source.Range {
	if n.KeyRange != (source.Range{}) {
		return n.KeyRange
	}
	return n.Range
}

// hiddenText says why a declaration has no effect.
func (p *printer) hiddenText(d *project.Declaration) string {
	switch d.Hidden {
	case project.Replaced:
		return p.say("no effect: ext.json replaces the list", "不生效：被 ext.json 整体替换")
	case project.Disabled:
		return p.say("no effect: ext.json is switched off", "不生效：ext.json 未启用")
	case project.Lost:
		return p.say("lost: not in ", "丢失：不在 ") + clean(d.By.Name) + p.say("", " 中")
	}
	return p.say("no effect: not read here", "不生效：这里不会被读取")
}
