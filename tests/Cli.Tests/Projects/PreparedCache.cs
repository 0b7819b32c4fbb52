using Research.Pipeline;

namespace Research.Cli.Tests.Projects;

/// <summary>A cache in which a target was made once, to be copied: reading the program's code is most of what a first run in an empty one takes.</summary>
public sealed class PreparedCache : IDisposable
{
    public const string Target = "Digits.FeatureCorrelation";

    private static readonly string[] OfResults = ["runs", "objects", "fingerprints"];

    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public PreparedCache()
    {
        string root = NewCheckout(Path.Combine(_folder, "checkout"));
        var cache = new Dictionary<string, string> { ["RESEARCH_CACHE"] = Cache };
        Assert.Equal(0, Tool.Run(cache, "run", Target, "--root", root).Code);
    }

    private string Cache => Path.Combine(_folder, "cache");

    /// <summary>A checkout that has what a run reads.</summary>
    public static string NewCheckout(string folder)
    {
        string root = Directory.CreateDirectory(folder).FullName;
        File.Copy(Path.Combine(Checkout.Here(), "datasets.lock"), Path.Combine(root, "datasets.lock"));
        return root;
    }

    /// <summary>Copies it; without results, only what is known of the program's code.</summary>
    public void CopyTo(string cache, bool withResults)
    {
        foreach (string file in Directory.EnumerateFiles(Cache, "*", SearchOption.AllDirectories))
        {
            string path = Path.GetRelativePath(Cache, file);
            if (
                withResults
                || !OfResults.Any(folder => path.StartsWith(Path.Combine("results", folder), StringComparison.Ordinal))
            )
            {
                string copy = Path.Combine(cache, path);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
    }

    public void Dispose() => Delete(_folder);

    /// <summary>Deletes a folder with read-only files in it.</summary>
    public static void Delete(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(folder, recursive: true);
    }
}
