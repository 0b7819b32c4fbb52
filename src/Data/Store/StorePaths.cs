namespace Research.Data.Store;

/// <summary>Where verified data and downloads live: RESEARCH_CACHE, or "research" in the user's local application data.</summary>
public static class StorePaths
{
    public static string Root =>
        Environment.GetEnvironmentVariable("RESEARCH_CACHE") is { Length: > 0 } chosen
            ? Path.GetFullPath(chosen)
            : Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
                "research"
            );

    /// <summary>A second store of results, a folder that several people or machines share; null when RESEARCH_SHARED_CACHE is not set.</summary>
    public static string? Shared =>
        Environment.GetEnvironmentVariable("RESEARCH_SHARED_CACHE") is { Length: > 0 } shared ? Path.GetFullPath(shared) : null;

    /// <summary>Names the variable with the address, or the folder, of results that others sign.</summary>
    public const string RemoteVariable = "RESEARCH_REMOTE_CACHE";

    /// <summary>A folder or an address that has archives at the paths that datasets.lock names; null when RESEARCH_MIRROR is not set.</summary>
    public static string? Mirror =>
        Environment.GetEnvironmentVariable("RESEARCH_MIRROR") is { Length: > 0 } mirror ? mirror : null;
}
