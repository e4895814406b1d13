package baseline

// Matcher tells known findings from new ones.
type Matcher struct {
	left map[Key]int
}

// NewMatcher returns a matcher of entries. An entry that stands twice, as after
// a merge, counts once.
func NewMatcher(entries []Entry) *Matcher {
	m := &Matcher{map[Key]int{}}
	for _, e := range entries {
		m.left[e.Key] = max(m.left[e.Key], e.Count)
	}
	return m
}

// Take reports whether a finding is known. Each one of the baseline is taken
// once.
func (m *Matcher) Take(k Key) bool {
	if m.left[k] <= 0 {
		return false
	}
	m.left[k]--
	return true
}

// Left returns how many findings of a key were never taken.
func (m *Matcher) Left(k Key) int { return m.left[k] }

// Count counts findings by key, in the order in which the keys first appear.
func Count(findings []Entry) []Entry {
	var out []Entry
	index := map[Key]int{}
	for _, e := range findings {
		i, ok := index[e.Key]
		if !ok {
			i = len(out)
			index[e.Key] = i
			out = append(out, Entry{e.Key, e.About, 0})
		}
		out[i].Count += e.Count
	}
	return out
}
