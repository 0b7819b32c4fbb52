namespace Research.Data.Download;

/// <summary>An address as it may be shown, logged and stored: without the name and password before its host, and without its query, which may hold a key.</summary>
/// <remarks>Of an address whose parts cannot be told apart, such as one with a password that holds a slash, only the scheme is shown.</remarks>
public static class ShownAddress
{
    private const string Hidden = "…";

    public static string Of(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Of(address.OriginalString);
    }

    /// <summary>The same for what somebody typed; what is no address, such as a path, stays as it is.</summary>
    public static string Of(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        int end = address.IndexOf("://", StringComparison.Ordinal);
        string scheme = end < 0 ? "" : address[..end].Trim();
        if (end < 0 || string.Equals(scheme, Uri.UriSchemeFile, StringComparison.OrdinalIgnoreCase))
        {
            return address;
        }

        return Uri.TryCreate(address, UriKind.Absolute, out Uri? read) && !MayHavePasswordInPath(read, address[(end + 3)..])
            ? $"{scheme}://{read.Authority}{read.AbsolutePath}{(read.Query.Length > 0 ? "?" + Hidden : "")}"
            : $"{scheme}://{Hidden}";
    }

    // In "http://name:12/34@host" the password's slash makes a host of the name, and a port of the password's start.
    private static bool MayHavePasswordInPath(Uri address, string place) =>
        address.UserInfo.Length == 0
        && address.AbsolutePath.Contains('@', StringComparison.Ordinal)
        && place[..(place.IndexOfAny(['/', '\\']) is >= 0 and int slash ? slash : place.Length)]
            .Contains(':', StringComparison.Ordinal);
}
