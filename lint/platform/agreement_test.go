package platform

import (
	"slices"
	"strings"
	"testing"
)

func TestAgreementWordsAreLowerCase(t *testing.T) {
	w := loadAgreement()
	if w.Schema != 1 || w.Compiled == "" {
		t.Errorf("schema %d, compiled %q", w.Schema, w.Compiled)
	}
	for _, word := range slices.Concat(w.Documents, w.Consent, w.Refusal, w.Privacy, w.Names) {
		if word == "" || word != strings.ToLower(word) {
			t.Errorf("the word %q is empty or not in lower case", word)
		}
	}
}

func TestIsAgreement(t *testing.T) {
	for _, test := range []struct {
		near, names string
		is, privacy bool
	}{
		{"我已阅读并同意《隐私政策》", "", true, true},
		{"|同意|同意《用户协议》", "", true, false},
		{"I agree to the Terms of Service", "", true, false},
		{"《服务协议》", "form.agree", true, false},
		{"《服务协议》", "form.kind", false, false},
		{"同意退款", "agree", false, false},
		{"记住密码|记住密码 登录即同意《用户协议》", "", false, false},
		{"不同意|不同意 同意隐私协议", "", false, false},
		{"", "agree", false, false},
	} {
		is, privacy := IsAgreement(strings.Split(test.near, "|"), strings.Split(test.names, "."))
		if is != test.is || privacy != test.privacy {
			t.Errorf("IsAgreement(%q, %q) = %v, %v, want %v, %v", test.near, test.names, is, privacy, test.is, test.privacy)
		}
	}
}
