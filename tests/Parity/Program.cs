namespace Research.Parity;

/// <summary>The tests; or, asked for a worker, the engine that this program was compiled with, which computes one case a line.</summary>
internal static class Program
{
    public const string Worker = "worker";

    public static int Main(string[] arguments)
    {
        if (arguments is not [Worker])
        {
            return Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(arguments).GetAwaiter().GetResult();
        }

        while (Console.In.ReadLine() is { } line)
        {
            Console.Out.WriteLine(Answer.Of(ParityCase.Parse(line)).ToText());
        }

        return 0;
    }
}
