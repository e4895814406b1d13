package platform

import "testing"

// BenchmarkParse measures what the first use of a platform costs.
func BenchmarkParse(b *testing.B) {
	for name, raw := range map[string][]byte{"wechat": wechatJSON, "alipay": alipayJSON} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d, err := parseData(raw)
				if err != nil {
					b.Fatal(err)
				}
				newIndex(d)
			}
		})
	}
}

// BenchmarkParseReference measures the part that is read on demand.
func BenchmarkParseReference(b *testing.B) {
	for b.Loop() {
		if _, err := parseReference(wechatReferenceJSON); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAPIsBytes shows that a lookup by bytes does not allocate.
func BenchmarkAPIsBytes(b *testing.B) {
	key := []byte("startLocationUpdateBackgroundWithALongName")
	b.ReportAllocs()
	for b.Loop() {
		WeChat.APIsBytes(key)
	}
}
