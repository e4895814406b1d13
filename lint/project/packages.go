package project

import (
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/source"
)

// PackageName is the name that a package, as in Request.Package, is installed
// under: "@vant/weapp" of "miniprogram_npm/@vant/weapp". A folder or file that
// was copied in has no such name and keeps its path.
func PackageName(pkg string) string {
	parts := strings.Split(pkg, "/")
	for i := len(parts) - 2; i >= 0; i-- {
		if contains(packageFolders, parts[i]) {
			return strings.Join(parts[i+1:], "/")
		}
	}
	return pkg
}

// packages returns the versions of the packages that ask for something, as far
// as they are written down. Builds into miniprogram_npm leave a package's own
// package.json behind; then the installed package or, as a range, the
// dependency of the project says it.
func (l *loader) packages() map[string]string {
	versions := map[string]string{}
	for _, r := range l.project.Requests {
		if _, known := versions[r.Package]; known || r.Package == "" {
			continue
		}
		versions[r.Package] = l.version(r.Package)
	}
	for pkg, version := range versions {
		if version == "" {
			delete(versions, pkg)
		}
	}
	return versions
}

func (l *loader) version(pkg string) string {
	dir := filepath.Join(l.root.Dir, filepath.FromSlash(pkg))
	if own := readPackage(dir); own != nil {
		return text(own, "version")
	}
	name := PackageName(pkg)
	if name == pkg {
		return ""
	}
	for dir = filepath.Join(l.root.Dir, filepath.FromSlash(path.Dir(strings.TrimSuffix(pkg, "/"+name)))); ; dir = filepath.Dir(dir) {
		if v := installed(dir, name); v != "" || isTop(dir) {
			return v
		}
	}
}

// installed returns the version of a package that a folder's node_modules
// holds, or the range that its package.json asks for.
func installed(dir, name string) string {
	if doc := readPackage(filepath.Join(dir, "node_modules", filepath.FromSlash(name))); doc != nil {
		return text(doc, "version")
	}
	doc := readPackage(dir)
	if doc == nil {
		return ""
	}
	for _, key := range []string{"dependencies", "devDependencies"} {
		if n := doc.Root.At(key, name); n != nil && n.Kind == manifest.String {
			return n.Text
		}
	}
	return ""
}

// readPackage reads a folder's package.json, and returns nil where there is none.
func readPackage(dir string) *manifest.Document {
	data, err := os.ReadFile(filepath.Join(dir, "package.json"))
	if err != nil {
		return nil
	}
	return manifest.Parse(&source.File{Path: "package.json", Data: data})
}
