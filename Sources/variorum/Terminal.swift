import Foundation

/// What is known of the terminal.
enum Terminal {
  /// Its columns: what `COLUMNS` says, else what the terminal says, else a hundred.
  static var columns: Int {
    if let named = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init), named >= 20 {
      return named
    }
    var size = winsize()
    let isKnown = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col >= 20
    return isKnown ? Int(size.ws_col) : 100
  }
}
