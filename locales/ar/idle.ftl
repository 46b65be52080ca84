idle-week = 🕸 متابعات لم تعثر على شيء منذ أسابيع: {$count}. انقر لترى ما كاد أن يطابق.
idle-near-button = ‏🔍 ⁨{$words}⁩
idle-toast-on = ستصلك هذه الرسائل من جديد.
idle-toast-off = لن تصلك هذه الرسائل بعد الآن.
