package report

import "testing"

// A purpose of the manifest goes into the sentence of the guide without saying
// "for" twice and without its own full stop.
func TestPhrases(t *testing.T) {
	for _, c := range []struct{ purpose, want string }{
		{"你的位置信息将用于小程序位置接口的效果展示", "小程序位置接口的效果展示"},
		{"获取您的地理位置信息，用于展示附近的门店。", "展示附近的门店"},
		{"用于送货", "送货"},
		{"为了展示附近的门店", "展示附近的门店"},
		{"展示附近的门店", "展示附近的门店"},
		{"展示附近的门店，方便您挑选距离最近、可以用于自提的门店", "展示附近的门店，方便您挑选距离最近、可以用于自提的门店"},
		{"展示门店，可以用于自提", "展示门店，可以用于自提"},
		{"位置用于", "位置用于"},
	} {
		if got := phrases([]string{c.purpose}); got != c.want {
			t.Errorf("%s becomes %s, not %s", c.purpose, got, c.want)
		}
	}
	if got := phrases([]string{"用于送货。", "为了退货"}); got != "送货；退货" {
		t.Errorf("two purposes become %s", got)
	}
}
