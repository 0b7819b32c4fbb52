using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Research.Probe;

/// <summary>Presses Ctrl+C in a Windows console in which a program works: the event goes to every process of the console, as the key's does.</summary>
internal static partial class Interruption
{
    private const uint CtrlC = 0;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>Starts the program, presses Ctrl+C when it says a word, and ends with its exit code; what it says is printed.</summary>
    public static int Of(string word, string program, string[] arguments)
    {
        Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true; // this process gets the event too
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process child = Process.Start(start)!;
        var said = new object();
        bool interrupted = false;
        void Heard(string? line)
        {
            lock (said)
            {
                Console.WriteLine(line);
                if (!interrupted && line?.Contains(word, StringComparison.Ordinal) == true)
                {
                    interrupted = true;
                    Press();
                }
            }
        }

        child.OutputDataReceived += (_, line) => Heard(line.Data);
        child.ErrorDataReceived += (_, line) => Heard(line.Data);
        child.BeginOutputReadLine();
        child.BeginErrorReadLine();
        if (!child.WaitForExit(Longest))
        {
            child.Kill(entireProcessTree: true);
            Console.WriteLine($"it had not ended after {Longest}");
            return 1;
        }

        child.WaitForExit();
        return child.ExitCode;
    }

    private static void Press()
    {
        if (!GenerateConsoleCtrlEvent(CtrlC, 0))
        {
            throw new Win32Exception();
        }

        Console.WriteLine("Ctrl+C");
    }

    [LibraryImport("kernel32.dll", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GenerateConsoleCtrlEvent(uint ctrlEvent, uint group);
}
