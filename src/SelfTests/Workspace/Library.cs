[assembly: System.Reflection.AssemblyVersion("1.0.0.0")]

namespace Packaged;

public static class Library
{
    public static int Constant() => 9;
}
