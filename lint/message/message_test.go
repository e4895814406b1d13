package message

import "testing"

func TestT(t *testing.T) {
	got := T("%s has %d%s", "%[3]s：%[1]s 有 %[2]d 个", Text{"the page", "页面"}, 2, DidYouMean([]string{"a", "b"}))
	if want := (Text{"the page has 2; did you mean a or b?", "；是否想用 a 或 b？：页面 有 2 个"}); got != want {
		t.Errorf("%+v", got)
	}
	if none := DidYouMean(nil); none != (Text{}) {
		t.Errorf("%+v", none)
	}
	if got.In("zh") != got.Zh || got.In("en") != got.En || got.In("fr") != got.En {
		t.Error("In")
	}
}
