namespace Research.Benchmarks;

/// <summary>The checkout that this program was compiled in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "datasets.lock")))
        {
            root = Path.GetDirectoryName(root);
        }

        return root
            ?? throw new DirectoryNotFoundException(
                $"{AppContext.BaseDirectory} lies in no checkout: datasets.lock is in no folder above it."
            );
    }
}
