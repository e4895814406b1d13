package project

import (
	"bytes"
	"sort"
	"strings"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/source"
)

// SDKUse is the first place in a project that shows an SDK.
type SDKUse struct {
	SDK     *platform.SDK
	File    *source.File
	Range   source.Range // empty at the start of a file that belongs to the SDK itself
	Package string       // "miniprogram_npm/umtrack-wx"; the SDK's id for a copied file; empty where its code was not seen
}

// vendored marks a script that belongs to an SDK by where it lies or by its
// name. A copy of an SDK's file among the developer's own is still not theirs.
func (l *loader) vendored(t *task) {
	if t.kind != script && t.kind != singleFile {
		return
	}
	if name := packageOf(t.pkg); name != "" {
		if s, ok := l.platform.SDKByPackage(name); ok {
			t.sdk = s
			return
		}
	}
	s, known := l.sdkFiles[t.name]
	if !known {
		s, _ = l.platform.SDKByFile(t.name)
		l.sdkFiles[t.name] = s
	}
	if s == nil {
		return
	}
	t.sdk = s
	if t.origin == Own || t.pkg == t.rel {
		t.origin, t.pkg = Dependency, s.ID
	}
}

// packageOf returns the npm name in a package's folder,
// "miniprogram_npm/@scope/name", or "".
func packageOf(pkg string) string {
	if pkg == "" {
		return ""
	}
	for _, folder := range packageFolders {
		if i := strings.LastIndex("/"+pkg, "/"+folder+"/"); i >= 0 {
			return pkg[i+len(folder)+1:]
		}
	}
	return ""
}

// sdks notes the SDKs that the file at hand shows: the one it belongs to, and
// those that it imports by name.
func (c *collector) sdks() {
	if s := c.task.sdk; s != nil {
		c.out.sdks = append(c.out.sdks, SDKUse{SDK: s, File: &source.File{Path: c.shown()}, Package: c.task.pkg})
	}
	for _, at := range c.out.imports.modules {
		c.imported(string(c.data[at.Start:at.End]), at)
	}
}

// imported notes an SDK that the file imports: spec is the module's name as it
// is written, "umtrack-wx" or "umtrack-wx/lib/index".
func (c *collector) imported(spec string, at source.Range) {
	parts := strings.SplitN(spec, "/", 3)
	name := parts[0]
	if strings.HasPrefix(name, "@") && len(parts) > 1 {
		name += "/" + parts[1]
	}
	if s, ok := c.platform.SDKByPackage(name); ok && !commented(c.data[max(0, at.Start-maxLook):at.Start]) {
		c.out.sdks = append(c.out.sdks, SDKUse{SDK: s, File: c.source(), Range: at})
	}
}

// commented reports whether the last line of the text is a comment.
func commented(before []byte) bool {
	line := bytes.TrimSpace(before[bytes.LastIndexByte(before, '\n')+1:])
	return bytes.HasPrefix(line, []byte("//")) || bytes.HasPrefix(line, []byte("*")) || bytes.HasPrefix(line, []byte("/*"))
}

// firstUses keeps the first place of each SDK, ordered by path, with the
// package that any of its places tells.
func firstUses(all []SDKUse) []SDKUse {
	sort.SliceStable(all, func(i, j int) bool {
		if all[i].File.Path != all[j].File.Path {
			return all[i].File.Path < all[j].File.Path
		}
		return all[i].Range.Start < all[j].Range.Start
	})
	at := map[*platform.SDK]int{}
	kept := all[:0]
	for _, use := range all {
		i, ok := at[use.SDK]
		if !ok {
			at[use.SDK] = len(kept)
			kept = append(kept, use)
		} else if kept[i].Package == "" {
			kept[i].Package = use.Package
		}
	}
	return kept
}
