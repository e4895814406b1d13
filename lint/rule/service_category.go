package rule

import (
	"slices"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/platform"
)

// servicePaths are the WeChat service categories that the config declares:
// platformCategory, or the paths among "category".
func (p *Pass) servicePaths() []string {
	path := p.Config.PlatformCategory["wechat"]
	switch {
	case slices.Contains(p.Config.ServicePaths, path):
		return p.Config.ServicePaths
	case path != "":
		return []string{path}
	}
	return nil
}

// opens reports whether a gate is open to a program with these service
// categories: to one of them is enough, and one that cannot be told leaves it
// open whether any does.
func (p *Pass) opens(gate *platform.CategoryGate, paths []string) platform.Opening {
	result := platform.Closed
	for _, path := range paths {
		switch p.opensTo(gate, path) {
		case platform.Opened:
			return platform.Opened
		case platform.Unknown:
			result = platform.Unknown
		}
	}
	return result
}

// opensTo is opens for one category. A path that both domestic and overseas
// developers have counts as a domestic one unless the overseas table opens it.
func (p *Pass) opensTo(gate *platform.CategoryGate, path string) platform.Opening {
	row, ok := categories.FindPlatformCategory("wechat", path)
	if !ok {
		return platform.Unknown
	}
	facts := p.Project.Platform.Reference()
	var answers [2]platform.Opening // domestic, overseas
	domestic := false
	for _, other := range categories.PlatformCategories() {
		if other.Platform != "wechat" || !slices.Equal(other.Path, row.Path) {
			continue
		}
		side := 0
		if other.Subject == "overseas" {
			side = 1
		}
		domestic = domestic || side == 0
		answers[side] = facts.Opens(gate, other.Path, side == 1)
	}
	if answers[1] == platform.Opened || !domestic {
		return answers[1]
	}
	return answers[0]
}
