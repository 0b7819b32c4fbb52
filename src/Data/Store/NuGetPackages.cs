namespace Research.Data.Store;

/// <summary>Packages that dotnet restore has put on this machine; one is a zip archive.</summary>
internal static class NuGetPackages
{
    /// <summary>Where the archive of a package lies, whether or not it is there: NUGET_PACKAGES, or .nuget/packages in the user's folder.</summary>
    /// <param name="package">"id/version" in small letters.</param>
    public static string FileOf(string package)
    {
        string root = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } chosen
            ? chosen
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Path.Combine(root, package, package.Replace('/', '.') + ".nupkg");
    }

    public static string Missing(string package, string dataset) =>
        $"The package {package} is not on this machine: run dotnet restore build/data/{dataset}.csproj.";
}
