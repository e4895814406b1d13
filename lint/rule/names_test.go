package rule

import "testing"

func TestLowerFirst(t *testing.T) {
	for s, want := range map[string]string{
		"Phone number":                  "phone number",
		"Wi-Fi list and connected":      "Wi-Fi list and connected",
		"Bluetooth and nearby devices":  "Bluetooth and nearby devices",
		"NFC data":                      "NFC data",
		"E-mail address":                "e-mail address",
		"Device information (model, OS": "device information (model, OS",
		"":                              "",
	} {
		if got := lowerFirst(s); got != want {
			t.Errorf("lowerFirst(%q) = %q, want %q", s, got, want)
		}
	}
}
