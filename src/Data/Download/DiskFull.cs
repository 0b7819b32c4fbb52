namespace Research.Data.Download;

/// <summary>Tells a full disk from other input and output errors.</summary>
public static class DiskFull
{
    private const int NoSpaceOnUnix = 28; // ENOSPC
    private const int QuotaOnUnix = 122; // EDQUOT
    private const int HandleDiskFull = unchecked((int)0x80070027);
    private const int DiskFullOnWindows = unchecked((int)0x80070070);

    public static bool Is(IOException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error.HResult is NoSpaceOnUnix or QuotaOnUnix or HandleDiskFull or DiskFullOnWindows;
    }
}
