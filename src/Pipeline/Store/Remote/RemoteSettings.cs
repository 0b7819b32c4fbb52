using System.Globalization;
using Research.Data.Store;
using Research.Numerics;

namespace Research.Pipeline.Store.Remote;

/// <summary>Where results that others made are, and how they are reached.</summary>
public sealed record RemoteSettings
{
    /// <summary>http://…, https://…, s3://…, or a folder's path.</summary>
    public required string Place { get; init; }

    /// <summary>Sent to the server as a bearer token; null for none.</summary>
    public required string? Token { get; init; }

    /// <summary>Longest wait for an answer; after one that does not come, the run goes on without the place.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>File of the private key that signs what is given to others; null to take only.</summary>
    public required string? Key { get; init; }

    /// <summary>Whose results are used.</summary>
    public required TrustedKeys Trusted { get; init; }

    /// <summary>File of the private key that RESEARCH_SIGNING_KEY names; null for none.</summary>
    public static string? KeyFile => Variable("RESEARCH_SIGNING_KEY");

    /// <summary>What the environment says: RESEARCH_REMOTE_CACHE, _TOKEN, _TIMEOUT (seconds) and RESEARCH_SIGNING_KEY; null where no place is named.</summary>
    /// <param name="root">The checkout, which lists the trusted keys.</param>
    public static RemoteSettings? Standard(string root) =>
        Variable(StorePaths.RemoteVariable) is { } place ? At(place, TrustedKeys.Of(root)) : null;

    /// <summary>A place, with what the environment says of token, timeout and key.</summary>
    /// <param name="trusted">Whose results are used.</param>
    internal static RemoteSettings At(string place, TrustedKeys trusted) =>
        new()
        {
            Place = place,
            Token = Variable("RESEARCH_REMOTE_TOKEN"),
            Timeout = Seconds(Variable("RESEARCH_REMOTE_TIMEOUT")),
            Key = KeyFile,
            Trusted = trusted,
        };

    /// <summary>Whether the place is an address rather than a folder.</summary>
    internal bool IsAddress => Place.Contains("://", StringComparison.Ordinal);

    /// <summary>The place itself.</summary>
    /// <exception cref="ResearchException">It is neither an address of HTTP nor a folder.</exception>
    internal IRemote Open()
    {
        if (!IsAddress)
        {
            return new FolderRemote(Path.GetFullPath(Place));
        }

        if (Uri.TryCreate(Place, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https")
        {
            return new HttpRemote(address!, Token, Timeout);
        }

        if (address?.Scheme == S3Access.Scheme)
        {
            var access = S3Access.Standard();
            return new HttpRemote(access.AddressOf(address), null, Timeout, access);
        }

        throw new ResearchException(
            $"{StorePaths.RemoteVariable}={Data.Download.ShownAddress.Of(Place)}: http://…, https://…, s3://… or a folder is needed."
        );
    }

    private static TimeSpan Seconds(string? text) =>
        text is null ? TimeSpan.FromSeconds(10)
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds)
        && seconds is > 0 and <= 3600
            ? TimeSpan.FromSeconds(seconds)
        : throw new ResearchException($"RESEARCH_REMOTE_TIMEOUT={text}: seconds above 0, at most 3600, are needed.");

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
