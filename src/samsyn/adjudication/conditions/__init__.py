"""adjudication/conditions"""
