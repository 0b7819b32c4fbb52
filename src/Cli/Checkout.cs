using Research.Numerics;

namespace Research.Cli;

/// <summary>The checkout that the tool works on: the folder with datasets.lock, here or above.</summary>
internal static class Checkout
{
    public static string Root()
    {
        foreach (string start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
        {
            for (string? folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
            {
                if (File.Exists(Path.Combine(folder, "datasets.lock")))
                {
                    return folder;
                }
            }
        }

        throw new ResearchException("datasets.lock was not found here or above; run this inside a checkout of the package.");
    }

    public static string LockFile() => Path.Combine(Root(), "datasets.lock");
}
