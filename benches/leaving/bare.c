/* The floor for hiding: reads a key from the terminal, and writes the clear. Nothing else. */
#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    static char clear[65536];
    char key;
    struct termios settings;
    int terminal = open("/dev/tty", O_RDWR | O_NONBLOCK);
    int file = open(count > 1 ? arguments[1] : "", O_RDONLY);
    ssize_t length = read(file, clear, sizeof clear);
    struct pollfd ready = {terminal, POLLIN, 0};

    if (terminal < 0 || length <= 0)
        return 1;
    tcgetattr(terminal, &settings);
    cfmakeraw(&settings);
    tcsetattr(terminal, TCSANOW, &settings);
    write(terminal, "READY", 5);
    do {
        poll(&ready, 1, -1);
    } while (read(terminal, &key, 1) != 1 || key != 0x18);
    write(terminal, clear, length);
    pause();
    return 0;
}
