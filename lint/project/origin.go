package project

import (
	"bytes"
	"path"
	"path/filepath"
	"strings"

	"github.com/mplint/mplint/lint/source"
)

// packageFolders hold one package per folder, or per @scope/folder.
var packageFolders = []string{"miniprogram_npm", "node_modules", "uni_modules"}

// vendorFolders hold code that somebody else wrote. The second half are the
// component libraries that are usually copied in by hand under their name.
var vendorFolders = []string{"vendor", "vendors", "third_party", "thirdparty", "@vant", "vant", "vant-weapp", "iview", "colorui", "weui", "wux-weapp", "tdesign-miniprogram"}

// Owns reports whether a file lies in the project's folder and is its own.
func (p *Project) Owns(f *source.File) bool {
	rel, err := filepath.Rel(filepath.FromSlash(p.Root), filepath.FromSlash(f.Path))
	if err != nil || !filepath.IsLocal(rel) {
		return false
	}
	origin, _ := originOf(filepath.ToSlash(rel))
	return origin == Own
}

// originOf tells whose file a path, relative to the root and with slashes, is,
// by the folders above it.
func originOf(rel string) (Origin, string) {
	dir, name := path.Split(rel)
	for start := 0; start < len(dir); {
		end := start + strings.IndexByte(dir[start:], '/')
		switch folder := dir[start:end]; {
		case contains(packageFolders, folder):
			return Dependency, packageName(dir, end)
		case contains(vendorFolders, folder):
			return Dependency, dir[:end]
		case folder == "unpackage":
			return Generated, ""
		}
		start = end + 1
	}
	switch {
	case strings.Contains(name, ".min."):
		return Dependency, rel
	case name == "app-service.js" || name == "appservice.app.js":
		return Generated, "" // the bundle of an uploaded package
	}
	return Own, ""
}

// packageName is the folder of a package, or of @scope/package, in the folder
// of packages that ends at an offset of dir.
func packageName(dir string, end int) string {
	rest := dir[end+1:]
	name := strings.IndexByte(rest, '/')
	if name < 0 {
		return dir[:end]
	}
	if more := strings.IndexByte(rest[name+1:], '/'); rest[0] == '@' && more >= 0 {
		name += 1 + more
	}
	return dir[:end+1+name]
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// minified reports whether nobody wrote a script as it stands: most of it lies
// on lines far longer than a person types.
func minified(data []byte) bool {
	const long = 2000
	inLong, start := 0, 0
	for start < len(data) {
		end := bytes.IndexByte(data[start:], '\n')
		if end < 0 {
			end = len(data) - start
		}
		if end > long {
			inLong += end
		}
		start += end + 1
	}
	return inLong*2 > len(data)
}

// isBaseTemplate reports whether a framework generated a template for every
// component that exists, which is no evidence that a page uses any: many named
// templates in one file.
func isBaseTemplate(data []byte) bool {
	return bytes.Count(data, []byte("<template name=")) >= 10
}

// isTest reports whether a path names a test, which is not packed.
func isTest(rel string) bool {
	base := filepath.Base(rel)
	return strings.Contains(rel, "__tests__/") || strings.Contains(rel, "__mocks__/") ||
		strings.Contains(base, ".test.") || strings.Contains(base, ".spec.")
}
