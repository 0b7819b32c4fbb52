using System.Globalization;
using System.Reflection;

namespace Workspace.Small;

public enum Mode
{
    Blunt,
    Sharp,
}

public static class Helpers
{
    public static int First(int start) => Second(start + 1);

    public static int WithDefault(int value, int addend = 10) => value + addend;

    public static IEnumerable<int> Steps()
    {
        int current = 1;
        yield return current;
        current += 4;
        yield return current;
    }

    private static int Second(int start)
    {
        int local = start * 2;
        Func<int, int> add = value => value + local;
        return Third(add(1));
    }

    private static int Third(int start) => start + 100;
}

public interface IShape
{
    double Area();
}

public abstract class Shape : IShape
{
    public abstract double Area();
}

public sealed class Square : Shape
{
    public override double Area() => 16;
}

public sealed class Circle : Shape
{
    public override double Area() => 3;
}

public static class Shapes
{
    public static double AreaOf(IShape shape) => shape.Area();
}

public static class State
{
    public static int Level = 6;
}

public sealed class Initialised
{
    public int Value { get; } = 8;
}

public interface IFactor
{
    static abstract double Factor();
}

public sealed class Doubler : IFactor
{
    public static double Factor() => 2;
}

public static class Generic
{
    public static double Twice<T>(double value)
        where T : IFactor => value * T.Factor();
}

public static class Resources
{
    public static double Weight()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("weight.txt")!;
        using var reader = new StreamReader(stream);
        return double.Parse(reader.ReadToEnd(), CultureInfo.InvariantCulture);
    }
}
