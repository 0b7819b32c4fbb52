namespace Research.Numerics;

// In float: the double result, rounded once. Error at most 0.51 ulp.
public static partial class PortableMath
{
    public static float Exp(float x) => (float)Exp((double)x);

    public static float Log(float x) => (float)Log((double)x);

    public static float Log10(float x) => (float)Log10((double)x);

    public static float Log1p(float x) => (float)Log1p((double)x);

    public static float Sin(float x) => (float)Sin((double)x);

    public static float Cos(float x) => (float)Cos((double)x);

    public static float Tan(float x) => (float)Tan((double)x);

    public static float Tanh(float x) => (float)Tanh((double)x);

    public static float Sigmoid(float x) => (float)Sigmoid((double)x);

    public static float Pow(float x, float y) => (float)Pow((double)x, y);

    public static float Atan2(float y, float x) => (float)Atan2((double)y, x);
}
