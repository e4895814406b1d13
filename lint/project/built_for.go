package project

import (
	"bytes"
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/platform"
)

// builtFor decides which platforms a framework's source is built for. Almost
// every template names all platforms there are, so what counts is what somebody
// wrote: a manifest for one platform only, the developer tool's project file,
// and own code for Alipay.
func (f *Finder) builtFor(r *Root) []*platform.Platform {
	if r.Framework.ID == "remax" { // one export per platform
		return slices.DeleteFunc(platform.All(), func(p *platform.Platform) bool { return r.manifests[p.ID] == nil })
	}
	var list []*platform.Platform
	alipay := f.writtenFor(r, platform.Alipay)
	if !alipay || r.toolFile["wechat"] != nil || r.toolFile["alipay"] == nil || len(r.manifestFor(platform.WeChat).Root.Children) > 0 && r.pageList != nil {
		list = append(list, platform.WeChat)
	}
	if alipay {
		list = append(list, platform.Alipay)
	}
	return list
}

// writtenFor reports whether own code is for a platform in particular: calls
// its object, names it in a condition or in a file's name.
func (f *Finder) writtenFor(r *Root, p *platform.Platform) bool {
	env := r.Framework.Environment
	value := env.Values[p.ID]
	var buf []byte
	for _, e := range r.files {
		if origin, _ := originOf(r.rel(e)); origin != Own || e.name == r.Name || !isCode(extension(e.name)) {
			continue
		}
		if value != "" && strings.Contains(e.name, "."+value+".") {
			return true
		}
		var err error
		if buf, err = f.Overlay.readInto(e.path, buf); err != nil {
			continue
		}
		if mentionsObject(buf, p.Object, p.HasMember) || r.conditionFor(buf, p.ID) ||
			value != "" && bytes.Contains(buf, []byte(env.Name)) && (bytes.Contains(buf, []byte("'"+value+"'")) || bytes.Contains(buf, []byte(`"`+value+`"`))) {
			return true
		}
	}
	return false
}

// conditionFor reports whether a conditional comment asks for one platform:
// #ifdef with a name that holds for it alone.
func (r *Root) conditionFor(data []byte, id string) bool {
	for rest := data; ; {
		i := bytes.Index(rest, []byte("#ifdef"))
		if i < 0 {
			return false
		}
		rest = rest[i+len("#ifdef"):]
		line, _, _ := bytes.Cut(rest, []byte("\n"))
		for name, platforms := range r.Framework.Conditions {
			if len(platforms) == 1 && platforms[0] == id && bytes.Contains(line, []byte(name)) {
				return true
			}
		}
	}
}

// isCode reports whether files with that ending hold code that may call
// interfaces.
func isCode(ext string) bool {
	return isScript(ext) || isSingleFile(ext)
}

// mentionsObject reports whether a known member of an object stands in a text.
func mentionsObject(data []byte, object string, known func([]byte) bool) bool {
	for i := nextWord(data, 0, object); i >= 0; i = nextWord(data, i, object) {
		if start := i - len(object); start > 0 && data[start-1] == '.' {
			continue
		}
		dot := skipBlank(data, i)
		if dot < len(data) && (data[dot] == '?' || data[dot] == '!') {
			dot++
		}
		if byteAt(data, dot) != '.' {
			continue
		}
		first := skipBlank(data, dot+1)
		last := first
		for last < len(data) && wordByte(data[last]) {
			last++
		}
		if known(data[first:last]) {
			return true
		}
	}
	return false
}
