using Research.Numerics;

namespace Research.Build;

/// <summary>The checkout that the build works on.</summary>
internal static class Repository
{
    public static string Root()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "datasets.lock")))
            {
                return folder;
            }
        }

        throw new ResearchException("datasets.lock was not found above the build program; run it from a checkout.");
    }
}
