using System.Diagnostics;
using System.Globalization;

namespace Research.SelfTests;

/// <summary>Workers of an engine that runs, seen from outside; on Linux.</summary>
internal static class Children
{
    /// <summary>Processes that a process has started and that still run, as /proc tells.</summary>
    public static Process[] Of(int parent)
    {
        var found = new List<Process>();
        foreach (string folder in Directory.GetDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out _)))
        {
            try
            {
                string stat = File.ReadAllText(Path.Combine(folder, "stat"));
                string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                if (int.Parse(fields[1], CultureInfo.InvariantCulture) == parent)
                {
                    found.Add(Process.GetProcessById(int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture)));
                }
            }
            catch (Exception error) when (error is IOException or ArgumentException or UnauthorizedAccessException)
            {
                // It ended meanwhile.
            }
        }

        return [.. found];
    }

    /// <summary>Ends a process at once.</summary>
    public static void End(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended meanwhile.
        }
    }
}
