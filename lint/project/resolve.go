package project

import (
	"path"
	"slices"
	"strings"
)

// ref reaches everything that a name in a file may stand for. With folders
// set, a folder without an index stands for all that lies below it.
func (g *graph) ref(from, spec string, folders bool) {
	spec = plainSpec(spec)
	if spec == "" {
		return
	}
	definite := strings.HasPrefix(spec, ".") || strings.HasPrefix(spec, "/")
	found := g.at(joined(from, spec))
	if found == nil && folders && definite {
		found = g.below(joined(from, spec))
	}
	g.reachAll(found)
	if found != nil && definite {
		return
	}
	if found == nil && !folders && strings.Contains(spec, "/") && len(g.below(joined(from, spec))) > 0 {
		return // a folder by its path, such as the root of a sub-package
	}
	elsewhere := g.lookUp(strings.TrimLeft(spec, "./"), folders)
	g.reachAll(elsewhere)
	if found == nil && elsewhere == nil && isAlias(spec, folders) {
		g.all = true
	}
}

// isAlias reports whether a name that leads nowhere is no package's and no
// asset's: an alias that only a tool knows. In configurations, words with such
// a sign in front are colours and variables of a theme.
func isAlias(spec string, code bool) bool {
	first, rest, isPath := strings.Cut(spec, "/")
	if !code && !isPath || isAsset(spec) {
		return false
	}
	switch first[:min(1, len(first))] {
	case "~", "$", "#":
		return true
	case "@":
		return len(first) > 1 && (rest == "" || stemOf(rest) == "index")
	}
	return false
}

func isAsset(spec string) bool {
	switch strings.ToLower(path.Ext(spec)) {
	case ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".ico", ".ttf", ".woff", ".woff2", ".mp3", ".mp4",
		".css", ".wxss", ".acss", ".scss", ".sass", ".less", ".styl", ".md", ".html":
		return true
	}
	return false
}

// joined returns the path from the root that a name in a file leads to. Names
// that lead out of the root are taken to start there.
func joined(from, spec string) string {
	if !strings.HasPrefix(spec, "/") {
		spec = path.Join(path.Dir(from), spec)
	}
	return strings.TrimLeft(path.Clean(spec), "./")
}

func (g *graph) reachAll(stems []int) {
	for _, i := range stems {
		g.reach(i)
	}
}

// plainSpec drops what loaders add to a name, and names of what is no file of
// the program.
func plainSpec(spec string) string {
	spec = strings.TrimSpace(spec[strings.LastIndexByte(spec, '!')+1:])
	spec, _, _ = strings.Cut(spec, "?")
	if strings.Contains(spec, "://") || strings.HasPrefix(spec, "data:") {
		return ""
	}
	return strings.ReplaceAll(spec, `\`, "/")
}

// at returns the stems that a path from the root stands for: files of that
// name, with or without their extension, and the index of a folder.
func (g *graph) at(p string) []int {
	var out []int
	if i, ok := g.places[stemOf(p)]; ok {
		out = append(out, i)
	}
	if i, ok := g.places[strings.ToLower(path.Join(p, "index"))]; ok {
		out = append(out, i)
	}
	return out
}

// below returns the stems in and below a folder.
func (g *graph) below(dir string) []int {
	prefix := strings.ToLower(strings.TrimSuffix(dir, "/")) + "/"
	i, _ := slices.BinarySearch(g.stems, prefix)
	var out []int
	for ; i < len(g.stems) && strings.HasPrefix(g.stems[i], prefix); i++ {
		out = append(out, i)
	}
	return out
}

// lookUp returns what a name that is not relative may stand for.
func (g *graph) lookUp(spec string, folders bool) []int {
	key := spec
	if folders {
		key += "/"
	}
	found, ok := g.named[key]
	if !ok {
		found = g.search(spec, folders)
		g.named[key] = found
	}
	return found
}

// search looks from the root, under every folder, and then under what is left
// of the name when an alias is cut off its front.
func (g *graph) search(spec string, folders bool) []int {
	found := g.aliased(spec)
	for spec != "" && stemOf(spec) != "index" {
		found = append(found, g.at(spec)...)
		found = append(found, g.endingIn(spec)...)
		if found == nil && folders {
			found = g.folders(spec)
		}
		if found != nil {
			break
		}
		spec = cutFront(spec)
	}
	return found
}

// cutFront drops the sign of an alias, or the first element of a path.
func cutFront(spec string) string {
	if bare := strings.TrimLeft(spec, "@~#$/"); bare != spec {
		return bare
	}
	_, rest, _ := strings.Cut(spec, "/")
	return rest
}

// aliased applies resolveAlias of app.json: "@utils/*": "/utils/*".
func (g *graph) aliased(spec string) []int {
	alias := g.root.Manifest.Root.Get("resolveAlias")
	if alias == nil {
		return nil
	}
	var out []int
	for _, n := range alias.Children {
		if rest, ok := strings.CutPrefix(spec, strings.TrimSuffix(n.Key, "*")); ok {
			p := strings.TrimLeft(path.Join(strings.TrimSuffix(n.Text, "*"), rest), "./")
			out = append(out, g.at(p)...)
		}
	}
	return out
}

// endingIn returns the stems under any folder that end in a name.
func (g *graph) endingIn(spec string) []int {
	if g.tails == nil {
		g.tails = tailsOf(g.stems)
	}
	var out []int
	for _, s := range []string{stemOf(spec), strings.ToLower(path.Join(spec, "index"))} {
		inside := "/" + s
		for _, i := range g.tails[lastTwo(s)] {
			if strings.HasSuffix(g.stems[i], inside) {
				out = append(out, i)
			}
		}
	}
	return out
}

// tailsOf returns the places of stems by the last element of their path, and by
// the last two.
func tailsOf(stems []string) map[string][]int {
	tails := make(map[string][]int, len(stems))
	for i, stem := range stems {
		name := path.Base(stem)
		tails[name] = append(tails[name], i)
		if two := lastTwo(stem); two != name {
			tails[two] = append(tails[two], i)
		}
	}
	return tails
}

// lastTwo returns the last two elements of a path, or all of a shorter one.
func lastTwo(p string) string {
	last := strings.LastIndexByte(p, '/')
	if last < 0 {
		return p
	}
	return p[strings.LastIndexByte(p[:last], '/')+1:]
}

// folders returns what lies below any folder of that name.
func (g *graph) folders(spec string) []int {
	if g.dirs == nil {
		g.dirs = foldersOf(g.stems)
	}
	dir := strings.ToLower(strings.TrimSuffix(spec, "/"))
	if !g.dirs[path.Base(dir)] {
		return nil
	}
	inside := "/" + dir + "/"
	var out []int
	for i, s := range g.stems {
		if strings.Contains("/"+s, inside) {
			out = append(out, i)
		}
	}
	return out
}

// foldersOf returns the names of all folders that sorted stems lie in.
func foldersOf(stems []string) map[string]bool {
	names := map[string]bool{}
	last := ""
	for _, stem := range stems {
		dir := path.Dir(stem)
		if dir == last || dir == "." {
			continue
		}
		for name := range strings.SplitSeq(dir, "/") {
			names[name] = true
		}
		last = dir
	}
	return names
}
