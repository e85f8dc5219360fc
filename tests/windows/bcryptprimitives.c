/* Wine 8 has no bcryptprimitives.dll, which Rust's standard library takes random numbers from.
 * For tests only. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length)
{
    return RtlGenRandom(data, length);
}
