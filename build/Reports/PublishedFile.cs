using Research.Data.Store;

namespace Research.Build.Reports;

/// <summary>A file of the checkout that a task keeps as a target made it.</summary>
internal static class PublishedFile
{
    /// <returns>Whether it was not so already.</returns>
    public static bool Write(string path, string content)
    {
        if (File.Exists(path) && File.ReadAllText(path) == content)
        {
            return false;
        }

        AtomicFile.Write(path, content);
        return true;
    }
}
