refused-limit = X에 정해 둔 지출 한도에 닿았어요
refused-cap = X에서 한 달에 읽을 수 있는 게시물을 다 썼어요
refused-project = X가 이 App의 읽기를 허용하지 않아요. Project에 없는지도 몰라요
refused-token = Hark에 쓸 수 있는 X 액세스 토큰이 없어요
stop-unpaid = X를 읽지 않아요: {$reason}. Hark가 비용 없이 스스로 확인하다가 다시 읽을 수 있으면 이어 읽고, 길게는 7일 전까지 따라잡을 수 있어요. 피드는 계속돼요.
stop-project = X가 이 App의 읽기를 허용하지 않아 X를 읽지 않아요. App이 Project에 없는지도 몰라요. console.x.com에서 고치면 Hark가 멈춘 곳부터, 길게는 7일 전까지 이어 읽어요. 피드는 계속돼요.
