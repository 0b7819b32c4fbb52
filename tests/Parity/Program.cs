using System.Globalization;

namespace Research.Parity;

/// <summary>The tests; or, asked for a worker, the engine that this program was compiled with, which computes one case a line.</summary>
internal static class Program
{
    public const string Worker = "worker";
    public const string Save = "save";
    public const string Load = "load";

    public static int Main(string[] arguments)
    {
        if (arguments is not [Worker])
        {
            return Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(arguments).GetAwaiter().GetResult();
        }

        while (Console.In.ReadLine() is { } line)
        {
            Console.Out.WriteLine(AnswerTo(line));
        }

        return 0;
    }

    private static string AnswerTo(string line) =>
        line.Split(' ') switch
        {
            [Save, var kind, var seed] => States.Save(kind, ulong.Parse(seed, CultureInfo.InvariantCulture)),
            [Load, var kind, var saved] => States.Load(kind, saved).ToText(),
            _ => Answer.Of(ParityCase.Parse(line)).ToText(),
        };
}
