/** What an officer of a department of home affairs has on his desk; invented, in the words of such plans. */
export const officerTitles = [
  'Tham mưu Kế hoạch cải cách hành chính năm 2025 của tỉnh',
  'Báo cáo công tác cải cách hành chính quý IV/2024',
  'Rà soát, đơn giản hóa thủ tục hành chính lĩnh vực tổ chức phi chính phủ',
  'Xây dựng Đề án vị trí việc làm các đơn vị sự nghiệp công lập thuộc tỉnh',
  'Kiểm tra kỷ luật, kỷ cương hành chính tại 06 huyện, thành phố',
  'Tổng hợp kết quả khảo sát sự hài lòng của người dân năm 2024',
  'Cập nhật cơ sở dữ liệu cán bộ, công chức, viên chức lên hệ thống quốc gia',
  'Thẩm định phương án sắp xếp đơn vị hành chính cấp xã giai đoạn 2023 – 2025',
  'Tham mưu quyết định giao biên chế công chức năm 2025',
  'Công bố, công khai danh mục thủ tục hành chính sửa đổi, bổ sung',
  'Tổ chức hội nghị tập huấn nghiệp vụ cải cách hành chính cho cấp xã',
  'Xử lý kiến nghị của người dân, doanh nghiệp trên Cổng dịch vụ công',
  'Báo cáo kết quả tinh giản biên chế 6 tháng cuối năm',
  'Rà soát quy chế làm việc của Bộ phận Một cửa các cấp',
  'Đánh giá, xếp hạng chỉ số cải cách hành chính cấp huyện năm 2024',
];

/** What every commune owes its province. */
export const communeTitles = [
  'Giải quyết dứt điểm hồ sơ thủ tục hành chính quá hạn',
  'Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực',
  'Niêm yết công khai thủ tục hành chính tại Bộ phận Một cửa',
  'Thanh toán trực tuyến phí, lệ phí đạt tối thiểu 50% số hồ sơ',
  'Cập nhật tiến độ xử lý hồ sơ trên Hệ thống thông tin giải quyết thủ tục hành chính',
  'Báo cáo kết quả thực hiện kế hoạch cải cách hành chính của đơn vị',
  'Khắc phục tồn tại sau kiểm tra công vụ năm 2024',
  'Đối thoại với người dân, doanh nghiệp về thủ tục hành chính',
];
